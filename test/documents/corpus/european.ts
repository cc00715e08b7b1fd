/** See index.ts for the notation. */
export const european = `
@de|Jonas Brückner|Industriemechaniker|jonas.brueckner@example.de|+49 711 5550123|Stuttgart
S|Industriemechaniker mit elf Jahren Erfahrung in der Instandhaltung von Pressen.
K|Hydraulik, Pneumatik, SPS, Schweißen, Wartungsplanung
J|Neckar Werke GmbH|Stuttgart
R|Schichtleiter Instandhaltung|2019-04|now
-|Leite ein Team von acht Mechanikern im Dreischichtbetrieb.
R|Industriemechaniker|2013-09|2019-03
-|Stillstände um 22 % gesenkt.
E|Gewerbliche Schule Esslingen|Ausbildung zum Industriemechaniker||2010|2013
C|Staplerschein|DEKRA|2014
@de|Sabine Köhler|Erzieherin|sabine.koehler@example.de|030 5550145|Berlin
K|Sprachförderung, Elternarbeit, Musikpädagogik, Erste Hilfe
J|Kita Sonnenblume|Berlin
R|Gruppenleiterin|2017-08|now
-|Verantwortlich für 22 Kinder zwischen drei und sechs Jahren.
J|Evangelische Grundschule Pankow|Berlin
R|Erzieherin|2012-09|2017-07
-|Betreuung im Hort.
E|Fachschule für Sozialpädagogik Berlin|Staatlich anerkannte Erzieherin||2009|2012
@de|Dr. Markus Steiner|Assistenzarzt Innere Medizin|m.steiner@example.at|+43 1 5550167|Wien
K|Sonographie, Notfallmedizin, Endoskopie, Englisch
J|Klinikum Donaustadt|Wien
R|Assistenzarzt|2020-01|now
-|Rotation durch Kardiologie und Gastroenterologie.
J|Krankenhaus Barmherzige Brüder|Linz
R|Arzt in Ausbildung|2017-07|2019-12
-|Nachtdienste auf einer Station mit 36 Betten.
E|Medizinische Universität Wien|Doktor der gesamten Heilkunde|Humanmedizin|2011|2017
@fr|Camille Dubois|Infirmière|camille.dubois@example.fr|+33 4 55 50 01 12|Lyon
S|Infirmière en soins intensifs depuis huit ans.
K|Soins intensifs, Perfusion, Encadrement des étudiants, Anglais
J|Hôpital Saint-Joseph|Lyon
R|Infirmière en réanimation|2018-02|now
-|Prise en charge de patients sous ventilation dans un service de 16 lits.
J|Clinique du Parc|Grenoble
R|Infirmière|2015-09|2018-01
-|Soins postopératoires pour douze patients.
E|Institut de formation en soins infirmiers de Lyon|Diplôme d'État d'infirmier||2012|2015
@fr|Thierry Lefèvre|Boulanger|thierry.lefevre@example.fr|02 40 55 50 19|Nantes
K|Levain naturel, Viennoiserie, Gestion des stocks, HACCP
J|Boulangerie du Marché|Nantes
R|Chef boulanger|2014|now
-|Production de 900 baguettes par jour avec trois ouvriers.
J|Fournil de l'Erdre|Nantes
R|Ouvrier boulanger|2009|2014
-|Pétrissage et cuisson de nuit.
E|CFA de Nantes|CAP Boulanger||2007|2009
@fr|Aïcha Benali|Comptable|aicha.benali@example.be|+32 2 555 01 28|Bruxelles, Belgique
K|Comptabilité générale, TVA, Sage, Excel, Néerlandais
J|Groupe Meuse|Bruxelles
R|Responsable comptable|2019-05|now
-|Clôture mensuelle de quatre sociétés en cinq jours.
R|Comptable|2015-10|2019-04
-|Saisie et rapprochement de 1 200 factures par mois.
E|Université libre de Bruxelles|Master|Sciences de gestion|2013|2015
@es|Lucía Navarro Gil|Ingeniera Industrial|lucia.navarro@example.es|+34 96 555 01 33|Valencia
S|Ingeniera de procesos en la industria alimentaria.
K|Lean Manufacturing, AutoCAD, SAP, Seguridad alimentaria, Inglés
J|Grupo Huerta Levantina|Valencia
R|Responsable de producción|2019-09|now
-|Aumenté la productividad de la línea un 18 % en un año.
J|Construcciones Turia S.L.|Valencia
R|Ingeniera de proyectos|2015-02|2019-08
-|Coordiné doce obras con presupuestos de hasta tres millones.
E|Universitat Politècnica de València|Grado|Ingeniería Industrial|2010|2014
@es|Miguel Ángel Torres|Camarero y Barista|matorres@example.mx|+52 55 5550 0147|Ciudad de México
K|Atención al cliente, Caja, Cafés de especialidad, Inglés
J|Café La Esquina|Ciudad de México
R|Jefe de sala|2018|now
-|Dirijo un equipo de siete camareros.
J|Restaurante El Mesón|Puebla
R|Camarero|2014|2018
-|Atendía veinte mesas por turno.
E|Colegio Benito Juárez|Bachillerato||2010|2013
@es|Rosario Quispe|Profesora de Matemáticas|rosario.quispe@example.pe|+51 1 555 0152|Lima, Perú
K|Didáctica, Evaluación, GeoGebra, Quechua
J|Colegio San Martín|Lima
R|Profesora de secundaria|2014-03|now
-|Enseño a 180 alumnos de tercero a quinto.
J|Escuela Rural de Ayacucho|Ayacucho
R|Docente|2010-03|2013-12
-|Clases para tres grados en una sola aula.
E|Universidad Nacional de Educación|Licenciatura|Educación Matemática|2005|2009
@pt|Beatriz Carvalho|Enfermeira|beatriz.carvalho@example.pt|+351 22 555 0114|Porto
S|Enfermeira de urgência com gosto pelo ensino.
K|Triagem de Manchester, Suporte avançado de vida, Inglês
J|Hospital de São João|Porto
R|Enfermeira de urgência|2017-06|now
-|Triagem de 80 doentes por turno.
J|Clínica da Foz|Porto
R|Enfermeira|2013-10|2017-05
-|Consultas de pediatria.
E|Escola Superior de Enfermagem do Porto|Licenciatura|Enfermagem|2009|2013
@pt|Rafael Souza Lima|Desenvolvedor de Software|rafael.lima@example.com.br|+55 11 95550-0136|São Paulo, Brasil
K|Java, Spring, PostgreSQL, Docker, Scrum
J|Banco Paulista|São Paulo
R|Desenvolvedor sênior|2020-02|now
-|Reduzi o tempo de resposta da API de 800 para 120 ms.
J|Vento Sul Tecnologia Ltda|Curitiba
R|Desenvolvedor|2016-07|2020-01
-|Sistema de estoque usado por 300 lojas.
E|Universidade Federal do Paraná|Bacharelado|Ciência da Computação|2011|2015
@it|Giulia Ferrara|Architetto|giulia.ferrara@example.it|+39 06 5550 0118|Roma
K|AutoCAD, Revit, Direzione lavori, Inglese
J|Studio Ferri Associati|Roma
R|Architetto responsabile|2018-01|now
-|Ristrutturazione di undici edifici scolastici.
J|Comune di Viterbo|Viterbo
R|Tecnico comunale|2013-05|2017-12
-|Istruttoria di 400 pratiche edilizie.
E|Università degli Studi Roma Tre|Laurea magistrale|Architettura|2006|2012
@pl|Katarzyna Wiśniewska|Specjalistka ds. kadr|k.wisniewska@example.pl|+48 22 555 01 29|Warszawa
K|Prawo pracy, Płatnik, Rekrutacja, Excel
J|Zakłady Mechaniczne Wisła|Warszawa
R|Specjalistka ds. kadr i płac|2018-03|now
-|Obsługa płac 420 pracowników.
J|Firma Transportowa Orzeł|Łódź
R|Asystentka biura|2014-06|2018-02
-|Prowadzenie dokumentacji kierowców.
E|Uniwersytet Łódzki|Magister|Zarządzanie|2009|2014
@ru|Елена Соколова|Главный бухгалтер|elena.sokolova@example.ru|+7 495 555-01-26|Москва
S|Бухгалтер с опытом работы в торговле и производстве.
K|1С:Бухгалтерия, МСФО, Налоговый учёт, Excel
J|ООО Северный Ветер|Москва
R|Главный бухгалтер|2018-04|now
-|Руковожу отделом из шести человек.
R|Бухгалтер|2013-09|2018-03
-|Вела учёт 300 поставщиков.
E|Московский государственный университет|Специалист|Бухгалтерский учёт|2008|2013
@ru|Игорь Мельников|Инженер-технолог|i.melnikov@example.ru|+7 843 555-01-38|Казань
K|AutoCAD, Компас-3D, Бережливое производство, Английский язык
J|Казанский завод приборов|Казань
R|Ведущий инженер|2017-01|now
-|Снизил долю брака с 4 до 1,5 %.
J|ОАО Волгамаш|Самара
R|Инженер-технолог|2011-08|2016-12
-|Разработал 40 технологических карт.
E|Казанский технический университет|Инженер|Машиностроение|2006|2011
@ru|Ольга Ковальчук|Учитель начальных классов|olga.kovalchuk@example.ru|+7 383 555-01-41|Новосибирск
K|ФГОС, Логопедия, Работа с родителями
J|Школа № 12|Новосибирск
R|Учитель начальных классов|2010-09|now
-|Веду классы до 28 учеников.
E|Новосибирский педагогический университет|Бакалавр|Педагогика|2006|2010
@el|Νίκος Αντωνίου|Μηχανολόγος Μηχανικός|nikos.antoniou@example.gr|+30 231 055 50 17|Θεσσαλονίκη
S|Μηχανικός με δέκα χρόνια στη βιομηχανία τροφίμων.
K|AutoCAD, Συντήρηση, ISO 22000, Αγγλικά
J|Εταιρεία Τροφίμων Βορράς|Θεσσαλονίκη
R|Υπεύθυνος παραγωγής|2018-05|now
-|Διευθύνω δύο γραμμές με 34 εργαζομένους.
J|Όμιλος Μακεδονία|Κιλκίς
R|Μηχανικός συντήρησης|2013-02|2018-04
-|Μείωσα τις βλάβες κατά 25 %.
E|Αριστοτέλειο Πανεπιστήμιο Θεσσαλονίκης|Δίπλωμα|Μηχανολόγων Μηχανικών|2006|2012
@el|Μαρία Κωνσταντίνου|Νοσηλεύτρια|maria.k@example.gr|+30 210 555 0193|Αθήνα
K|Τριάζ, Ενδοφλέβια, Παιδιατρική, Αγγλικά
J|Νοσοκομείο Αγία Σοφία|Αθήνα
R|Νοσηλεύτρια|2014-10|now
-|Παιδιατρική κλινική με 20 κλίνες.
J|Κλινική Αττικής|Αθήνα
R|Βοηθός νοσηλεύτρια|2011-06|2014-09
-|Βραδινές βάρδιες.
E|Πανεπιστήμιο Δυτικής Αττικής|Πτυχίο|Νοσηλευτικής|2007|2011
@tr|Zeynep Yıldız|Yazılım Mühendisi|zeynep.yildiz@example.com.tr|+90 212 555 01 24|İstanbul
S|Bankacılık yazılımlarında sekiz yıllık deneyim.
K|Java, Kotlin, PostgreSQL, Çevik yöntemler
J|Boğaz Bankası|İstanbul
R|Kıdemli Yazılım Mühendisi|2020-03|now
-|Ödeme sistemini dakikada 9.000 işleme çıkardım.
J|Anadolu Teknoloji Şirketi|Ankara
R|Yazılım Geliştirici|2016-08|2020-02
-|Stok modülünü yazdım.
E|Orta Doğu Teknik Üniversitesi|Lisans|Bilgisayar Mühendisliği|2011|2016
@tr|Mehmet Aksoy|Aşçı|mehmet.aksoy@example.com.tr|+90 242 555 01 35|Antalya
K|Osmanlı mutfağı, Açık büfe, Hijyen
J|Akdeniz Otel|Antalya
R|Aşçıbaşı|2016|now
-|450 kişilik açık büfeyi yönetiyorum.
J|Liman Restoran|İzmir
R|Aşçı|2010|2016
-|Balık bölümü.
E|Bolu Aşçılık Lisesi|Lise diploması||2006|2010
@vi|Nguyễn Thị Hương|Kế toán trưởng|huong.nguyen@example.vn|+84 24 5550 0127|Hà Nội
K|MISA, Thuế, Báo cáo tài chính, Tiếng Anh
J|Công ty Dệt may Sông Hồng|Hà Nội
R|Kế toán trưởng|2018-04|now
-|Quản lý năm kế toán viên.
J|Ngân hàng Thăng Long|Hà Nội
R|Kế toán viên|2013-07|2018-03
-|Đối chiếu 500 chứng từ mỗi ngày.
E|Đại học Kinh tế Quốc dân|Cử nhân|Kế toán|2009|2013
`;
