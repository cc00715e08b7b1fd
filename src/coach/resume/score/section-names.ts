/** The section name that was probably meant, when this is one with a slip in it; undefined for any other heading. */
export function misspeltSection(heading: string): string | undefined {
  const written = heading
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M} ]/gu, "")
    .trim();
  if (written.length < 5 || KNOWN.has(written)) return;
  const slips = written.length >= 9 ? 2 : 1;
  return [...KNOWN].find((name) => name.length >= 5 && differs(written, name, slips));
}

const KNOWN = new Set(
  (
    "contact,contact details,contact information,personal details,summary,professional summary,profile,professional profile," +
    "objective,about,about me,skills,technical skills,key skills,core skills,soft skills,languages,language,tools,software," +
    "frameworks,systems,clinical,clinical skills,databases,technologies,experience,work experience,professional experience," +
    "work history,employment,employment history,career history,volunteering,volunteer experience,education,training," +
    "education and training,qualifications,projects,personal projects,publications,certifications,certification,certificates," +
    "licences,licenses,licenses and certifications,awards,honors,honours,interests,hobbies,references,achievements," +
    "other,management,methods,equipment,machines," +
    "kontakt,profil,zusammenfassung,kenntnisse,fähigkeiten,sprachen,sprachkenntnisse,berufserfahrung,ausbildung,bildung," +
    "studium,projekte,zertifikate,weiterbildung,werkzeuge,interessen," +
    "coordonnées,résumé,compétences,langues,expérience,expérience professionnelle,expériences professionnelles,formation," +
    "projets,certificats,centres dintérêt," +
    "contacto,resumen,perfil,habilidades,competencias,idiomas,experiencia,experiencia laboral,experiencia profesional," +
    "formación,educación,proyectos,certificaciones," +
    "contatti,profilo,competenze,lingue,esperienza,esperienze professionali,istruzione,formazione,progetti,certificazioni," +
    "contato,resumo,habilidades,competências,experiência,experiência profissional,formação,educação,projetos,certificações," +
    "vaardigheden,talen,werkervaring,opleiding,opleidingen,projecten,certificaten," +
    "umiejętności,języki,doświadczenie,doświadczenie zawodowe,wykształcenie,projekty,certyfikaty," +
    "kompetenser,språk,arbetslivserfarenhet,utbildning"
  ).split(","),
);

/** Whether one becomes the other by at least one and at most `slips` letters added, dropped, changed or swapped. */
function differs(a: string, b: string, slips: number): boolean {
  if (Math.abs(a.length - b.length) > slips) return false;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? cost) + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return (row[b.length] ?? 0) <= slips;
}
