export const career = {};
