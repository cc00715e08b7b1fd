import { describe, expect, it } from "vitest";
import { createMask } from "#src/coach/letter/mask.ts";

const OF_AMARA = { name: "AMARA OKAFOR", email: "amara@example.org", phone: "020 7946 0958" };

describe("masking what must not leave this machine", () => {
  it("hides a name in the case in which it is written elsewhere", () => {
    const mask = createMask(OF_AMARA);
    const hidden = mask.hide("Amara leads; Okafor (AMARA OKAFOR) signs.");
    expect(hidden).not.toMatch(/amara|okafor/i);
    expect(mask.show(hidden)).toBe("Amara leads; Okafor (AMARA OKAFOR) signs.");
  });

  it("leaves a word alone that only sounds like a name", () => {
    expect(createMask({ name: "Will May" }).hide("You will and may work.")).toBe("You will and may work.");
  });

  it("hides addresses whole, whatever part of the name stands in them", () => {
    const said = "Mail amara.work@mail.example, see https://linkedin.example/in/amara-okafor or +44 20 7946 0958.";
    const mask = createMask(OF_AMARA);
    const hidden = mask.hide(said);
    expect(hidden).not.toMatch(/amara|okafor|mail\.example|linkedin|7946/i);
    expect(mask.show(hidden)).toBe(said);
  });

  it("leaves sums and years alone", () => {
    const said = "From 2019 to 2023 I cut 1,200,000 euros in 12 months.";
    expect(createMask(OF_AMARA).hide(said)).toBe(said);
  });
});
