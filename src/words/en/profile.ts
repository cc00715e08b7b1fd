export const profile = {
  description: "What Greenroom knows about you and your next job",
  showDescription: "Show your profile",
  editDescription: "Set your industry, experience, skills and goal",
  title: "Your profile",
  summary: "Your profile.",
  formTitle: "Your profile",
  bioTitle: "About you",
  save: "Save",
  industry: { label: "Industry", hint: "The field of the job you want; your questions will fit it" },
  experience: { label: "Years of experience", hint: "Whole years, from 0 to 50" },
  skills: { label: "Skills", hint: "Separated by commas, up to 30" },
  targetRole: { label: "Role you want", hint: "For example: data analyst, ward nurse, site manager" },
  country: { label: "Country", hint: "Where you look for work" },
  bio: { label: "Bio", hint: "Up to 500 characters, for your eyes and your documents" },
  specialisation: "Specialisation",
  aiConsent: "Help by AI",
  notSet: "Not set",
  years: (years: number) => (years === 1 ? "1 year" : `${years} years`),
  consentGiven: "Allowed",
  consentRefused: "Not allowed",
  consentOpen: "Not asked yet",
  edit: "Edit",
  editBio: "Write a bio",
  changeSpecialisation: "Change specialisation",
  allowAi: "Allow AI help",
  refuseAi: "Stop AI help",
  startQuiz: "Start a quiz",
  saved: "Saved.",
  specialisePrompt: (industry: string) => `One more choice: which part of ${industry}?`,
  specialiseNote: "The rest of your profile is saved. You can change all of it at any time.",
  specialiseLabel: "Choose your specialisation",
  consentTitle: "May an AI model help you?",
  consentText: (model: string) =>
    `It writes questions that fit you, better wordings for lines of your resume, and drafts of cover letters. For that, Google's model ${model} would be sent, each time that you ask for it:`,
  consentSent: [
    {
      label: "For a quiz",
      value:
        "your industry, years of experience, skills, the role you want and the topics that were hard for you; for the tip after it, your score and the questions you missed",
    },
    {
      label: "For your resume",
      value:
        "the lines to be improved, each with the job title or project that it belongs to, and the role you want; not your name, contact data and employers, which are blanked out of the lines as well",
    },
    {
      label: "For a cover letter",
      value:
        "the job ad, the company and the title, what your resume and profile say about your work, education and skills, which may name employers and schools, the draft, and what you ask to be changed in it; not your name and contact data",
    },
  ],
  consentLimits: "Google may keep what is sent for up to 55 days to detect abuse. You must be 18 or older.",
  consentNote:
    "Without it, built-in questions and rules do all of this, and nothing leaves this bot. You can change your mind in your profile.",
  consentYes: "Yes, and I am 18 or older",
  consentNo: "No, use what is built in",
  consentSaved: (given: boolean) => (given ? "Noted: AI may help you." : "Noted: only built-in questions and rules."),
};
