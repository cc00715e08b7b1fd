import fc from "fast-check";

// In CI a property is tried with the same values every time, so that a change that passed once passes again; everywhere else
// with new ones each time, and what fails there prints the seed with which it fails again.
if (process.env["CI"]) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_127 });
