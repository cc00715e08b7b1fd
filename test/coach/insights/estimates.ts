/** What a model may answer about tech: inside the official bounds. */
export function goodAnswer() {
  const pay = (role: string, min: number, median: number, max: number) => ({
    role,
    min,
    median,
    max,
    currency: "USD",
  });
  return {
    roles: [
      pay("Backend Developer", 78_000, 132_000, 205_000),
      pay("Site Reliability Engineer", 92_000, 148_000, 221_000),
      pay("Security Engineer", 85_000, 141_000, 214_000),
      pay("Support Engineer", 45_000, 68_000, 102_000),
      pay("QA Engineer", 60_000, 101_000, 158_000),
      pay("Engineering Manager", 120_000, 186_000, 288_000),
    ],
    growthPercent: 14.26,
    demand: "High",
    outlook: "Positive",
    topSkills: ["TypeScript", "Python", "Kubernetes", "SQL", "Code review", "Incident response"],
    trends: [
      "More teams are asked to run what they build.",
      "Reading and checking generated code takes a growing part of the day.",
      "Employers ask for proof of secure development.",
      "Fewer openings for people without any project to show.",
      "Cost of cloud services is discussed in interviews.",
    ],
    recommendedSkills: ["Rust", "Threat modeling", "Observability", "Prompt evaluation", "Terraform"],
  };
}

/** What a model may answer about tech in a country with the euro: no official figure is there to hold it against. */
export function inEuros() {
  const { roles, ...answer } = goodAnswer();
  const euros = (dollars: number) => Math.round((dollars * 78) / 132);
  return {
    ...answer,
    roles: roles.map(({ role, min, median, max }) => ({
      role,
      min: euros(min),
      median: euros(median),
      max: euros(max),
      currency: "EUR",
    })),
  };
}
