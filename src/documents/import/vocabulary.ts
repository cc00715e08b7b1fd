import { fold } from "./dates.ts";

/** How much a text looks like a job title: words that name what a person is. */
export const titleness = (text: string): number => count(text, TITLE);

/** How much it looks like who employs people. */
export const employerness = (text: string): number => count(text, EMPLOYER) + (LEGAL.test(text) ? 2 : 0);

export const schoolness = (text: string): number => count(text, SCHOOL);

export const degreeness = (text: string): number => count(text, DEGREE);

/** Ends of company names, which no comma parts from them. */
export const LEGAL =
  /(?:^|[\s,])(?:inc|llc|llp|ltd|limited|plc|corp|co|gmbh|ag|kg|ohg|se|ug|e\.?\s?v|s\.?a|s\.?r\.?l|s\.?p\.?a|s\.?l|s\.?a\.?s|sarl|b\.?v|n\.?v|oy|ab|as|a\/s|aps|sp\. z o\.\s?o|ooo|ltda|a\.?ş|pty|pvt)\.?$/iu;

function count(text: string, words: RegExp): number {
  return fold(text).match(words)?.length ?? 0;
}

/** Words by their beginnings; scripts without spaces are looked for anywhere. */
function anyOf(beginnings: string, anywhere: string): RegExp {
  const tidyList = (list: string): string =>
    list
      .trim()
      .split(/\s+/)
      .map((word) => word.replaceAll("_", " "))
      .join("|");
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${tidyList(beginnings)})|(?:${tidyList(anywhere)})`, "gu");
}

const TITLE = anyOf(
  `manager engineer developer nurse teacher assistant(?!s) director analyst consultant officer coordinator co-ordinator supervisor lead(?!\\p{L}) leader head(?=_of|_chef|_teacher|_nurse|_cashier|_waiter|_groundskeeper) chef cook welder driver
  technician specialist administrator clerk accountant auditor lawyer attorney paralegal solicitor counsel physician doctor surgeon dentist pharmacist therapist physiotherapist midwife caregiver carer counselor counsellor
  psychologist scientist researcher professor lecturer tutor instructor trainer librarian designer architect artist writer editor journalist reporter photographer producer animator musician actor
  electrician plumber carpenter mechanic machinist operator fitter mason bricklayer foreman builder roofer painter installer apprentice intern(?!\\p{L}) trainee sales_assoc sales_rep associate representative agent broker
  buyer planner merchandiser cashier barista bartender waiter waitress server host(?!\\p{L}) hostess concierge receptionist housekeeper porter steward pilot captain first_officer dispatcher courier loader picker
  warehouse_op forklift farmer farm_ grower agronom gardener landscaper groundskeeper ranger forester guard police firefighter paramedic soldier sergeant lieutenant chief ceo cto cfo coo president vice_president
  principal(?!\\p{L}) partner founder co-founder owner recruiter advisor adviser underwriter teller trader actuary economist statistician programmer tester scrum product_owner owner secretary worker aide volunteer fundraiser
  organizer organiser dean superintendent inspector surveyor estimator draughts seamstress tailor hairdresser stylist beautician cleaner janitor custodian laborer labourer miner(?!\\p{L}) geologist chemist biologist sommelier
  baker butcher fisher sailor deckhand mate(?!\\p{L}) bosun translator interpreter copywriter strategist controller bookkeeper purser crew_mem team_mem shift_ registrar curator conservator veterinar phlebotom radiograph sonograph
  leiter leiterin \\p{L}*leiter(?:in)?(?!\\p{L}) ingenieur \\p{L}*ingenieur \\p{L}*entwickler softwareentwickler entwickler \\p{L}*pfleger \\p{L}*pflegerin krankenschwester pflegefach lehrer \\p{L}*lehrer(?:in)?(?!\\p{L}) \\p{L}*meister(?:in)?(?!\\p{L}) \\p{L}*mechaniker \\p{L}*techniker \\p{L}*fahrer \\p{L}*arbeiter \\p{L}*berater \\p{L}*fachkraft \\p{L}*kraft(?!\\p{L}) \\p{L}*kauffrau \\p{L}*kaufmann verkaufer sachbearbeiter \\p{L}*assistent buchhalter arzt \\p{L}*arztin koch(?!\\p{L}) kochin auszubildend praktikant werkstudent geselle geschaftsfuhrer mitarbeiter erzieher schweisser elektriker \\p{L}*elektroniker
  ingenieur infirmi enseignant professeur directeur directrice responsable chef_ conseiller conseillere comptable assistante? vendeur vendeuse technicien cuisinier chauffeur charge_ chargee_ gestionnaire developpeu aide-soign stagiaire serveu agent_ ouvrier boulanger patissi menuisi sous-chef commis
  gerente ingenier enfermer profesor maestr director jefe jefa encargad auxiliar ayudante cociner camarer contador contable abogad medic tecnic vendedor administrativ asesor conductor operari analista desarrollador becari practicante soldador electricista docente dependient recepcionista
  engenheir enfermeir gerente professor coordenador diretor assistente estagiari motorist cozinheir desenvolvedor contabilist advogad vendedor supervisor
  infermier insegnante responsabile direttore direttrice impiegat addett cuoc operai commess ragionier avvocat ingegner sviluppat stagista tirocinante camerier tecnic educat capo_ magazzinier
  verpleegkundig leraar docent medewerker adviseur monteur ontwikkelaar sjukskotersk larare ingenjor utvecklare
  kierowni inzynier pielegniar nauczyciel specjalist ksiegow kierowca sprzedawc programist asystent dyrektor spawacz lekarz stazyst magazynier kucharz operator mistrz elektryk
  инженер менеджер медсестр врач учител преподавател бухгалтер директор руководител начальник специалист разработчик программист водител повар продавец продав аналитик ассистент помощник мастер сварщик электрик юрист экономист администратор оператор стажер консультант заведующ главн старш логист технолог агроном вчител лікар інженер спеціаліст
  μηχανικ νοσηλευτ νοσηλευτρ δασκαλ καθηγητ διευθυντ υπευθυν λογιστ πωλητ γραμματε αναλυτ προγραμματιστ μαγειρ βοηθ σερβιτορ οδηγ ιατρ δικηγορ τεχνικ συντονιστ εκπαιδευτ σεφ αρχιμαγειρ υποδοχ ρεσεψιονιστ προισταμεν
  muhendis hemsire ogretmen mudur yonetici uzman muhasebeci satis_ danisman teknisyen sofor asci garson stajyer gelistirici analist sorumlu asistan doktor avukat memur operator sef kaynakci
  מהנדס אח_ אחות מורה מנהל מנהלת רכז רכזת יועץ יועצת אחראי אחראית מפתח מפתחת חשב חשבת מזכיר עובד עובדת טכנאי עורך עורכת_דין רופא מדריך אנליסט נהג טבח מתמחה סגן סטודנט
  مهندس ممرض مدرس معلم مدير محاسب طبيب مسؤول مشرف منسق اخصائي مساعد مطور محلل مندوب سائق فني محامي باحث متدرب موظف رئيس صيدلي كاتب طاه استاذ
  ky_su nhan_vien truong_phong giam_doc giao_vien y_ta dieu_duong ke_toan quan_ly chuyen_vien lap_trinh thuc_tap truong_nhom pho_phong tro_ly bep_truong dau_bep ky_thuat_vien bac_si`,
  `अभियंता इंजीनियर प्रबंधक शिक्षक शिक्षिका नर्स लेखाकार अधिकारी सहायक पर्यवेक्षक निदेशक विश्लेषक डॉक्टर तकनीशियन चालक विकासकर्ता लिपिक प्रशिक्षु सलाहकार समन्वयक कार्यकारी
  工程师 经理 护士 教师 老师 会计 主管 助理 专员 总监 主任 医生 设计师 分析师 顾问 开发 厨师 司机 技术员 销售代表 实习生 班主任 导购 店长 護士 護理師 工程師 出纳 教员 护师 组长
  エンジニア マネージャ 看護師 教師 教諭 講師 主任 課長 部長 係長 担当 営業 店長 経理 事務 リーダー 技術者 デザイナ 料理人 調理師 介護 保育士 アシスタント 運転手 スタッフ 師長 職員 料理長 スーパーバイザー 副主任
  엔지니어 매니저 간호사 교사 강사 팀장 과장 대리 사원 부장 개발자 디자이너 회계 담당 주임 연구원 조리사 셰프 점장 컨설턴트 분석가 인턴 관리자 수간호사 실장 차장 원장`,
);

const EMPLOYER = anyOf(
  `hospital clinic health university college school academy institute bank group company corporation services solutions systems technologies industries partners associates holdings foundation trust council department ministry city_of county
  restaurant hotel bistro cafe bakery farm(?!er|_) stores? market supermarket logistics transport freight airlines airways airport construction builders contractors manufacturing steel motors energy power electric water insurance agency studio studios media press news network laboratories labs pharma
  library museum theatre theater church center centre care_home nursing_home office authority board society association union university federation community county farms cooperative co-operative co-op vineyard winery winery brewery shipping shipyard mill works foundry railways rail nhs primary_school high_school elementary llp law pharmacy retail software digital
  krankenhaus klinikum klinik \\p{L}*klinik \\p{L}*werke? schule \\p{L}*schule gymnasium grundschule universitat stadt(?!\\p{L}) \\p{L}*bau(?!\\p{L}) sparkasse versicherung verlag praxis kita handwerk stadtwerke autohaus
  hopital clinique universite ecole lycee college mairie societe banque groupe restaurant boulangerie hotel chu(?!\\p{L}) cabinet etablissements
  hospital clinica universidad escuela colegio banco empresa grupo restaurante ayuntamiento fundacion taller instituto servicios construcciones transportes universidade escola hospital prefeitura construtora supermercado
  ospedale clinica universita scuola liceo banca comune_di ristorante albergo azienda officina cooperativa trattoria studio_
  szpital uniwersytet szkola bank urzad firma zaklad przychodnia zaklady hurtownia spolka fabryka politechnika
  больниц клиник университет школа школ банк завод ооо зао пао ао(?!\\p{L}) компания гбуз мбоу фабрик магазин ресторан поликлиник комбинат холдинг группа агро
  νοσοκομει κλινικ πανεπιστημ σχολει τραπεζα εταιρ ξενοδοχει εστιατορι φροντιστηρι ομιλος δημοσ δημος φαρμακει α\\.ε
  hastane universite okul banka sirket holding restoran otel lise klinik belediye fabrika sanayi ticaret insaat ilkokul
  בית_חולים בית_ספר אוניברסיט בנק חברת קופת מלון מסעד מרכז קבוצת עיריית משרד בית_הספר
  مستشفى جامعة مدرسة بنك شركة مجموعة مطعم فندق وزارة عيادة مصرف مؤسسة مركز مكتب مصنع
  benh_vien truong(?!_phong|_nhom) ngan_hang cong_ty tap_doan khach_san nha_hang dai_hoc trung_tam nha_may cua_hang`,
  `अस्पताल विद्यालय विश्वविद्यालय बैंक कंपनी लिमिटेड होटल संस्थान निगम चिकित्सालय उद्योग फाउंडेशन स्कूल
  公司 医院 大学 学校 银行 集团 中学 小学 酒店 餐厅 幼儿园 研究所 醫院 銀行 超市 工厂 事务所 中心
  株式会社 病院 大学 学校 銀行 高校 ホテル 有限会社 法人 レストラン クリニック 小学校 中学校 センター 保育園 市役所 商事 製作所 工業
  주식회사 병원 대학교 학교 은행 그룹 호텔 학원 레스토랑 고등학교 초등학교 ㈜ \\(주\\) 의료원 센터 전자 건설 중학교 유치원`,
);

const SCHOOL = anyOf(
  `university college school institute academy polytechnic conservatory faculty seminary tafe lyceum campus
  universitat hochschule \\p{L}*hochschule fachhochschule schule \\p{L}*schule gymnasium berufskolleg akademie
  universite ecole lycee institut iut cfa faculte universidad escuela colegio instituto politecnica universidade escola faculdade senai instituto universita liceo politecnico istituto scuola
  universiteit hogeschool universitet hogskola uniwersytet politechnika szkola technikum liceum akademia
  университет институт академия колледж школа техникум училищ лицей університет пту
  πανεπιστημ τει λυκει σχολη πολυτεχνει ιεκ επαλ universite lise okul meslek_yuksek fakulte enstitu
  אוניברסיט מכללת המכללה מכללה בית_ספר טכניון הטכניון תיכון האוניברסיטה جامعة معهد كلية مدرسة اكاديمية ثانوية dai_hoc cao_dang truong hoc_vien`,
  `विश्वविद्यालय महाविद्यालय विद्यालय संस्थान कॉलेज स्कूल 大学 学院 学校 中学 大學 学校 高校 専門学校 高等学校 短期大学 대학교 대학 고등학교 학교 전문대`,
);

const DEGREE = anyOf(
  `bachelor b\\.?sc b\\.?a(?!\\p{L}) b\\.?eng b\\.?tech b\\.?com b\\.?ed b\\.?s(?!\\p{L}) bfa bba mba master m\\.?sc m\\.?a(?!\\p{L}) m\\.?eng m\\.?ed m\\.?s(?!\\p{L}) mph msw mfa ph\\.?d doctor d\\.?phil juris j\\.?d(?!\\p{L}) md(?!\\p{L}) llb llm pgce diploma associate a\\.?a\\.?s(?!\\p{L}) certificate ged gcse a-level a_level high_school_dip degree apprenticeship nvq hnd hnc btec vocational trade_certificate foundation_degree advanced_diploma graduate_
  doktor abitur diplom \\p{L}*diplom ausbildung staatsexamen meisterbrief realschulabschluss fachabitur magister gesellenbrief hauptschulabschluss examen
  licence master bts dut cap(?!\\p{L}) bac(?!\\p{L}) baccalaureat bep diplome doctorat maitrise brevet
  licenciatur grado(?!\\p{L}) titulo bachiller maestria master tecnico doctorado diplomado ingenieria tecnico_ ciclo bacharel tecnologo mestrado ensino_medio pos-graduac curso_tecnico graduac
  laurea diploma maturita dottorato perito qualifica licencjat magister inzynier(?!ii) matura technik
  бакалавр магистр специалист диплом аспирантур среднее высшее кандидат πτυχι απολυτηρι διπλωμα μεταπτυχ δοκτορ lisans yuksek_lisans on_lisans doktora
  תואר תעודת בגרות מוסמך דוקטור הנדסאי تعليم بكالوريوس ماجستير دكتوراه دبلوم ثانوية_عامة ليسانس اجازة cu_nhan ky_su thac_si tien_si bang_ trung_cap cao_dang_nghe`,
  `स्नातक स्नातकोत्तर डिप्लोमा बी\\. एम\\. बीएससी आईटीआई 本科 学士 硕士 博士 大专 專科 高中 中专 學士 碩士 学士 修士 博士 卒業 学部 학사 석사 박사 전문학사 졸업`,
);
