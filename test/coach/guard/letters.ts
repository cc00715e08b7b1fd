/** Letters of three people, sentence by sentence: what they may say, and what they may not. */
export interface LetterCase {
  readonly facts: readonly string[];
  readonly names: readonly string[];
  readonly honest: readonly string[];
  readonly invented: readonly string[];
}

export const LETTERS: readonly LetterCase[] = [
  {
    facts: [
      "Sales Assistant, Book Nook, 2018 to 2022",
      "Advised customers on children's books",
      "Arranged the shop window every month",
      "Ran story hours for 15 children on Saturdays",
      "Handled orders and returns in Booktrack",
      "Retail apprenticeship, Book Nook, 2015 to 2018",
      "Languages: Danish, English",
    ],
    names: ["Paper Moon", "Bookseller"],
    honest: [
      "Dear Hiring Manager,\n\nI am writing to apply for the Bookseller position at Paper Moon. For four years, from 2018 to 2022, I worked as a sales assistant at Book Nook, where I advised customers on children's books and arranged the shop window each month.",
      "On Saturdays I read to fifteen children in our story hour. I am used to handling orders and returns in Booktrack, and I speak Danish and English. I would be happy to bring this experience to Paper Moon.\n\nKind regards",
      "My apprenticeship in retail at Book Nook taught me how to advise customers. I would welcome the opportunity to discuss my application with you. Thank you for your time and consideration.\n\nYours sincerely,",
      "I enjoy working with customers, and I know how to set up a shop window. I am available from now on and would love to meet the team at Paper Moon in person.",
    ],
    invented: [
      "As a Bookseller at Paper Moon I advised customers on children's books.",
      "I worked at Paper Moon from 2018 to 2022.",
      "I have been with Book Nook since 2018.",
      "I ran story hours for 15 adults on Saturdays.",
      "With more than four years of experience I advised customers.",
      "I speak Danish, English and German.",
      "I managed Book Nook from 2018 to 2022.",
      "I am an award-winning sales assistant.",
    ],
  },
  {
    facts: [
      "Electrician, Volt & Sons, since 2017",
      "Wired 45 new homes",
      "Replaced fuse boxes in old buildings",
      "Trained two apprentices",
      "Journeyman electrician, Chamber of Crafts, 2017",
      "Driving licence",
    ],
    names: ["Brightline", "Site Electrician"],
    honest: [
      "Your advertisement for a Site Electrician caught my attention. Since 2017 I have worked as an electrician at Volt & Sons. In that time I have wired 45 new homes, replaced fuse boxes in old buildings and trained two apprentices.",
      "I am a journeyman electrician (Chamber of Crafts, 2017) and I hold a driving licence. I look forward to hearing from you and could start at short notice.",
    ],
    invented: [
      "I trained 45 apprentices.",
      "I wired 45 new homes for Brightline.",
      "I am a master electrician with a driving licence.",
      "I led two apprentices and would bring that to Brightline.",
    ],
  },
  {
    facts: [
      "Data Analyst, Finch Insurance, January 2020 to June 2024",
      "Built dashboards in Tableau for 3 departments",
      "Cut report time from 2 days to 3 hours",
      "Wrote SQL and Python",
      "MSc Statistics, University of Ghent, 2019",
    ],
    names: ["Nordbank", "Senior Data Analyst"],
    honest: [
      "I was excited to see the Senior Data Analyst opening at Nordbank. As a data analyst at Finch Insurance I built Tableau dashboards for three departments and reduced reporting time from two days to three hours.",
      "After my MSc in Statistics from the University of Ghent, I joined Finch Insurance in January 2020 and stayed until June 2024. There I used SQL and Python every day.",
      "I write SQL and Python and have a master's degree in statistics. What draws me to Nordbank is the chance to work with data. Please find my resume attached.",
    ],
    invented: [
      "As a senior data analyst I built dashboards in Tableau.",
      "I built dashboards in Tableau for 3 banks.",
      "I cut report time by 3 days.",
      "I built dashboards for all departments.",
      "I have an MSc in Data Statistics from the University of Nordbank.",
      "I have a PhD in Statistics.",
      "I built machine learning models in Python.",
      "I am an expert in SQL and Python.",
    ],
  },
];
