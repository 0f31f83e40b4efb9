"""Where the invented people come from, and what they are called. Names are put together at random."""

from typing import Final, NamedTuple


class Herkomst(NamedTuple):
    """A country with its languages, names and towns; ``lp`` says whether it takes part in voluntary and forced return."""

    land: str
    naam: str
    talen: tuple[str, ...]
    mannen: tuple[str, ...]
    vrouwen: tuple[str, ...]
    achternamen: tuple[str, ...]
    steden: tuple[str, ...]
    lp: tuple[bool, bool] = (True, True)


def _h(  # noqa: PLR0917 - a row of a table, column by column
    land: str,
    naam: str,
    talen: str,
    mannen: str,
    vrouwen: str,
    achternamen: str,
    steden: str,
    lp: tuple[bool, bool] = (True, True),
) -> Herkomst:
    return Herkomst(
        land,
        naam,
        tuple(talen.split()),
        tuple(mannen.split()),
        tuple(vrouwen.split()),
        tuple(achternamen.split()),
        tuple(steden.split(", ")),
        lp,
    )


HERKOMSTEN: Final = (
    _h("IRQ", "Irak", "ar", "Ahmed Yousif Haider Sami Omar Bilal Karrar Mustafa Ziad Laith",
       "Zahra Noor Rania Hiba Shahad Aya Mariam Dalia", "Al-Jabouri Al-Tamimi Hassoun Khalaf Al-Obeidi Jassim Shaker Al-Azzawi Daoud Mahdi",
       "Mosul, Bagdad, Basra, Kirkuk, Tikrit", (True, False)),
    _h("IRQ", "Irak", "ckb ar", "Rebwar Dilshad Aram Hiwa Karzan Sarkawt Shwan Goran",
       "Shilan Tara Rozhin Hana Chnar Sazan", "Rasoul Hamad Qadir Barzanji Faraj Salih Aziz Mawlud",
       "Sulaymaniya, Erbil, Halabja, Ranya", (True, False)),
    _h("AFG", "Afghanistan", "prs ps", "Farid Nasir Omid Jawad Reza Habib Mirwais Ehsan Zabi",
       "Fatima Laila Shukria Parwana Zohra Marwa Nilofar", "Rahimi Ahmadzai Noorzai Haidari Sultani Stanekzai Amiri Yusufi",
       "Herat, Kabul, Mazar-i-Sharif, Ghazni", (False, False)),
    _h("IRN", "Iran", "fa", "Arash Behzad Kaveh Mehdi Navid Siavash Peyman Hamid",
       "Shirin Leila Parisa Nasrin Mahsa Azadeh", "Karimi Hosseini Rostami Moradi Jafari Shirazi Tehrani Ebrahimi",
       "Isfahan, Teheran, Shiraz, Ahvaz", (True, False)),
    _h("ETH", "Ethiopië", "am", "Dawit Yonas Bekele Tesfaye Abebe Getachew Samuel",
       "Selam Hanna Meron Tigist Bethlehem Aster", "Tadesse Girma Alemu Kebede Worku Haile Desta Mengistu",
       "Addis Abeba, Gondar, Adama, Hawassa"),
    _h("ERI", "Eritrea", "ti", "Filmon Biniam Tekle Yosief Mehari Robel",
       "Feven Winta Semhar Luwam Rahwa", "Ghebremedhin Tesfai Kidane Weldu Habte Okubay",
       "Asmara, Keren, Mendefera, Dekemhare", (True, False)),
    _h("SOM", "Somalië", "so", "Abdirahman Mahad Liban Yasin Farah Guled Abshir",
       "Hodan Ifrah Sahra Amina Hibo Nimco", "Warsame Jama Ali Hersi Farah Nur Abdulle Osman",
       "Mogadishu, Hargeisa, Kismayo, Baidoa", (True, False)),
    _h("NGA", "Nigeria", "en", "Emeka Chidi Tunde Femi Ifeanyi Sunday Kelvin",
       "Blessing Ngozi Joy Amaka Funmi Precious", "Okafor Adeyemi Osagie Eze Balogun Nwosu Omoruyi",
       "Benin City, Lagos, Ibadan, Enugu"),
    _h("GHA", "Ghana", "en tw", "Kwame Kofi Yaw Kwabena Emmanuel", "Akosua Abena Adwoa Esi Grace",
       "Mensah Owusu Boateng Asante Osei Appiah", "Kumasi, Accra, Tamale, Cape Coast"),
    _h("MAR", "Marokko", "ar", "Youssef Hamza Anas Soufiane Rachid Mehdi Ilyas",
       "Khadija Salma Hajar Nadia Loubna", "Benali El-Idrissi Bouzid Chafik El-Amrani Tahiri Ouazzani",
       "Nador, Casablanca, Fes, Oujda"),
    _h("DZA", "Algerije", "ar fr", "Sofiane Karim Walid Amine Nassim", "Amel Yasmina Lynda Samira",
       "Boudiaf Cherif Mansouri Belkacem Haddad Ziani", "Oran, Algiers, Annaba, Constantine"),
    _h("TUR", "Turkije", "tr", "Emre Serkan Mert Kadir Ozan Volkan", "Elif Zeynep Derya Gul Sevda",
       "Yilmaz Demir Kaya Aydin Polat Ozturk Arslan", "Diyarbakir, Izmir, Adana, Konya"),
    _h("GEO", "Georgië", "ka", "Giorgi Levan Nika Irakli Zurab", "Nino Tamar Ketevan Mariam Natia",
       "Beridze Kapanadze Lomidze Gelashvili Tsiklauri", "Tbilisi, Kutaisi, Batumi, Gori"),
    _h("ARM", "Armenië", "hy", "Armen Hayk Tigran Vahan Narek", "Ani Lusine Gayane Mariam Anahit",
       "Sargsyan Petrosyan Hakobyan Grigoryan Vardanyan Avetisyan", "Gyumri, Jerevan, Vanadzor, Abovyan"),
    _h("ALB", "Albanië", "sq", "Ardit Blerim Ilir Gentian Endrit", "Mirela Elona Drita Anila Besa",
       "Hoxha Shehu Gjoka Leka Marku Duka", "Shkoder, Tirana, Vlora, Elbasan"),
    _h("SDN", "Sudan", "ar", "Osman Idris Babiker Salah Mutasim", "Amani Rihab Sumaya Hanan",
       "Eltayeb Abdalla Hamid Bushra Elamin Adam", "Khartoem, Nyala, El Obeid, Kassala", (True, False)),
    _h("GIN", "Guinee", "fr ff", "Mamadou Alpha Ibrahima Thierno Sekou", "Aissatou Fatoumata Mariama Hawa",
       "Diallo Bah Barry Camara Sow Conde", "Conakry, Labe, Kindia, Mamou"),
    _h("UGA", "Oeganda", "en lg", "Moses Ronald Ivan Derrick Joseph", "Sarah Patience Doreen Juliet",
       "Okello Mugisha Ssempala Tumusiime Kato", "Kampala, Jinja, Mbarara, Gulu"),
    _h("PAK", "Pakistan", "ur", "Imran Usman Faisal Adeel Kashif", "Sadia Hina Rubina Ayesha",
       "Malik Chaudhry Qureshi Butt Awan Mirza", "Lahore, Gujrat, Peshawar, Sialkot"),
    _h("MNG", "Mongolië", "mn", "Bat Temur Ganbold Enkh", "Oyuna Sarnai Altan Bolor",
       "Ganbaatar Dorj Batbayar Sukhbaatar Erdene", "Ulaanbaatar, Darkhan, Erdenet"),
    _h("COL", "Colombia", "es", "Andres Julian Camilo Sebastian", "Valentina Paola Luz Catalina",
       "Restrepo Moreno Cardona Valencia Rojas", "Cali, Medellin, Pereira, Bogota"),
    _h("RUS", "Rusland", "ru ce", "Ruslan Timur Anzor Sergej", "Madina Zarema Olga Elina",
       "Dudajev Magomedov Volkov Isajev Bekov", "Grozny, Nazran, Kazan, Volgograd", (True, False)),
)  # fmt: skip

# Colleagues, for the demo with many dossiers; the first few are named in ``mensen``.
VOORNAMEN_NL: Final = (
    "Anouk",
    "Bas",
    "Carlijn",
    "Daan",
    "Eline",
    "Freek",
    "Gerda",
    "Hidde",
    "Ilse",
    "Jorn",
    "Karin",
    "Lars",
    "Marleen",
    "Niels",
    "Olga",
    "Pieter",
    "Roos",
    "Sander",
    "Tessa",
    "Ugo",
    "Vera",
    "Wouter",
    "Yara",
    "Zoe",
    "Aniek",
    "Bram",
    "Cor",
    "Dagmar",
    "Eva",
    "Floor",
    "Gijs",
    "Hanna",
    "Iris",
    "Joep",
    "Kim",
    "Lotte",
    "Mats",
    "Nienke",
    "Otto",
    "Puck",
)
ACHTERNAMEN_NL: Final = (
    "Aalbers",
    "Bakhuis",
    "Coenders",
    "Dijkema",
    "Elzinga",
    "Frankema",
    "Grootveld",
    "Hofstra",
    "Ilsink",
    "Jongsma",
    "Kamphuis",
    "Lubbers",
    "Meinders",
    "Nijholt",
    "Oosting",
    "Postma",
    "Quist",
    "Roelfsema",
    "Sikkema",
    "Terhorst",
    "Uittenbogaard",
    "Venema",
    "Wiersma",
    "Zandstra",
    "Boerma",
    "Cazemier",
    "Dalstra",
    "Eising",
    "Folkerts",
    "Goudsmit",
    "Hekman",
    "Jager",
    "Kloosterman",
    "Lanting",
    "Mulderij",
    "Noordhof",
    "Offringa",
    "Prins",
    "Reitsma",
    "Stavast",
)
# Where people live, with the kind of stay, and the team that works for it.
NOORD: Final = (
    ("azc", "Assen"), ("azc", "Emmen"), ("azc", "Drachten"), ("azc", "Musselkanaal"), ("azc", "Delfzijl"),
    ("azc", "Ter Apel"), ("azc", "Hoogeveen"), ("gl", "Emmen"), ("vbl", "Ter Apel"), ("lvv", "Groningen"),
)  # fmt: skip
ZUID: Final = (
    ("azc", "Maastricht"), ("azc", "Echt"), ("azc", "Sweikhuizen"), ("azc", "Weert"), ("azc", "Budel"),
    ("gl", "Goes"), ("lvv", "Eindhoven"),
)  # fmt: skip
GEMACHTIGDEN: Final = (
    "mr. A.B. Veldkamp", "mr. C. Oudeboon", "mr. D.E. Stroomberg", "mr. F. Halsema-Buis", "mr. G.H. Kranendonk",
    "mr. I. Wolthuis", "mr. J.K. Beekvliet", "mr. L. Munnikhuis", "mr. M.N. Rietbergen", "mr. P. Zonderland",
)  # fmt: skip
