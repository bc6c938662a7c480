"""The countries of the world: names, adjectives and people, seats of government.

The 193 member states of the United Nations, its two observers, and Taiwan, Kosovo and others that
newspapers treat as countries. Names are those of the UN's list in the short form that English
newspapers use; adjectives and nouns of nationality follow the country names of the United Kingdom's
Permanent Committee on Geographical Names and the CIA's World Factbook (both public); seats are
capitals, older spellings of them, and buildings that stand for the government in news.

A line: name; other names | adjectives and people | seats.
"""

from __future__ import annotations

from typing import Final

COUNTRIES: Final = """
    Afghanistan; Islamic Emirate of Afghanistan | Afghan; Afghans; Afghani | Kabul
    Albania | Albanian; Albanians | Tirana
    Algeria | Algerian; Algerians | Algiers
    Andorra | Andorran; Andorrans | Andorra la Vella
    Angola | Angolan; Angolans | Luanda
    Antigua and Barbuda; Antigua | Antiguan; Antiguans; Barbudan | Saint John's; St. John's
    Argentina | Argentine; Argentines; Argentinian; Argentinians; Argentinean | Buenos Aires; Casa Rosada
    Armenia | Armenian; Armenians | Yerevan
    Australia | Australian; Australians; Aussie | Canberra
    Austria | Austrian; Austrians | Vienna
    Azerbaijan | Azerbaijani; Azerbaijanis; Azeri; Azeris | Baku
    Bahamas; The Bahamas | Bahamian; Bahamians | Nassau
    Bahrain | Bahraini; Bahrainis | Manama
    Bangladesh | Bangladeshi; Bangladeshis | Dhaka
    Barbados | Barbadian; Barbadians; Bajan | Bridgetown
    Belarus | Belarusian; Belarusians; Belarussian; Belarussians | Minsk
    Belgium | Belgian; Belgians |
    Belize | Belizean; Belizeans | Belmopan
    Benin | Beninese; Beninois | Porto-Novo; Cotonou
    Bhutan | Bhutanese | Thimphu
    Bolivia; Plurinational State of Bolivia | Bolivian; Bolivians | La Paz; Sucre
    Bosnia and Herzegovina; Bosnia; Bosnia-Herzegovina | Bosnian; Bosnians | Sarajevo
    Botswana | Botswanan; Motswana; Batswana | Gaborone
    Brazil | Brazilian; Brazilians | Brasilia; Brasília; Planalto
    Brunei; Brunei Darussalam | Bruneian; Bruneians | Bandar Seri Begawan
    Bulgaria | Bulgarian; Bulgarians | Sofia
    Burkina Faso | Burkinabe; Burkinabè; Burkinabé | Ouagadougou
    Burundi | Burundian; Burundians | Gitega; Bujumbura
    Cambodia; Kampuchea | Cambodian; Cambodians | Phnom Penh
    Cameroon | Cameroonian; Cameroonians | Yaounde; Yaoundé
    Canada | Canadian; Canadians | Ottawa
    Cape Verde; Cabo Verde | Cape Verdean; Cape Verdeans; Cabo Verdean | Praia
    Central African Republic | Central African; Central Africans | Bangui
    Chad | Chadian; Chadians | N'Djamena; Ndjamena
    Chile | Chilean; Chileans | La Moneda
    China; People's Republic of China; PRC; mainland China | Chinese | Beijing; Peking; Zhongnanhai
    Colombia | Colombian; Colombians | Bogota; Bogotá
    Comoros | Comoran; Comorans; Comorian | Moroni
    Costa Rica | Costa Rican; Costa Ricans |
    Croatia | Croatian; Croatians; Croat; Croats | Zagreb
    Cuba | Cuban; Cubans | Havana
    Cyprus | Cypriot; Cypriots; Greek Cypriot; Greek Cypriots | Nicosia
    Czech Republic; Czechia | Czech; Czechs | Prague
    Democratic Republic of the Congo; Democratic Republic of Congo; DRC; DR Congo; Congo-Kinshasa; Congo | Congolese | Kinshasa
    Denmark | Danish; Dane; Danes | Copenhagen
    Djibouti | Djiboutian; Djiboutians |
    Dominica | | Roseau
    Dominican Republic | Dominican; Dominicans | Santo Domingo
    East Timor; Timor-Leste | Timorese; East Timorese | Dili
    Ecuador | Ecuadorean; Ecuadoreans; Ecuadorian; Ecuadorians | Quito
    Egypt | Egyptian; Egyptians | Cairo
    El Salvador | Salvadoran; Salvadorans; Salvadorean; Salvadoreans | San Salvador
    Equatorial Guinea | Equatorial Guinean; Equatoguinean | Malabo
    Eritrea | Eritrean; Eritreans | Asmara
    Estonia | Estonian; Estonians | Tallinn
    Eswatini; Swaziland | Swazi; Swazis; Emaswati | Mbabane
    Ethiopia | Ethiopian; Ethiopians | Addis Ababa
    Fiji | Fijian; Fijians | Suva
    Finland | Finnish; Finn; Finns | Helsinki
    France | French; Frenchman; Frenchmen; Frenchwoman; Frenchwomen | Paris; Elysee; Élysée; Elysee Palace; Élysée Palace; Quai d'Orsay; Matignon
    Gabon | Gabonese | Libreville
    Gambia; The Gambia | Gambian; Gambians | Banjul
    Georgia | Georgian; Georgians | Tbilisi
    Germany; Federal Republic of Germany | German; Germans | Berlin
    Ghana | Ghanaian; Ghanaians | Accra
    Greece | Greek; Greeks | Athens
    Grenada | Grenadian; Grenadians | St. George's
    Guatemala | Guatemalan; Guatemalans | Guatemala City
    Guinea | Guinean; Guineans | Conakry
    Guinea-Bissau | Bissau-Guinean; Bissau-Guineans | Bissau
    Guyana | Guyanese | Georgetown
    Haiti | Haitian; Haitians | Port-au-Prince
    Honduras | Honduran; Hondurans | Tegucigalpa
    Hungary | Hungarian; Hungarians | Budapest
    Iceland | Icelandic; Icelander; Icelanders | Reykjavik; Reykjavík
    India | Indian; Indians | New Delhi; Delhi; South Block
    Indonesia | Indonesian; Indonesians | Jakarta
    Iran; Islamic Republic of Iran; Islamic Republic; Persia | Iranian; Iranians | Tehran; Teheran
    Iraq | Iraqi; Iraqis | Baghdad
    Ireland; Republic of Ireland; Irish Republic | Irish; Irishman; Irishmen; Irishwoman | Dublin
    Israel; Jewish state | Israeli; Israelis | Jerusalem; Tel Aviv
    Italy | Italian; Italians | Rome; Palazzo Chigi; Quirinale
    Ivory Coast; Cote d'Ivoire; Côte d'Ivoire | Ivorian; Ivorians | Yamoussoukro; Abidjan
    Jamaica | Jamaican; Jamaicans | Kingston
    Japan | Japanese | Tokyo
    Jordan; Hashemite Kingdom | Jordanian; Jordanians | Amman
    Kazakhstan | Kazakh; Kazakhs; Kazakhstani | Astana; Nur-Sultan; Almaty
    Kenya | Kenyan; Kenyans | Nairobi
    Kiribati | I-Kiribati | Tarawa; South Tarawa
    Kosovo | Kosovar; Kosovars; Kosovan; Kosovo Albanian | Pristina; Prishtina
    Kuwait | Kuwaiti; Kuwaitis | Kuwait City
    Kyrgyzstan; Kyrgyz Republic | Kyrgyz; Kyrgyzstani | Bishkek
    Laos; Lao PDR | Laotian; Laotians; Lao | Vientiane
    Latvia | Latvian; Latvians | Riga
    Lebanon | Lebanese | Beirut
    Lesotho | Basotho; Mosotho | Maseru
    Liberia | Liberian; Liberians | Monrovia
    Libya | Libyan; Libyans | Tripoli
    Liechtenstein | Liechtensteiner; Liechtensteiners | Vaduz
    Lithuania | Lithuanian; Lithuanians | Vilnius
    Luxembourg | Luxembourgish; Luxembourger; Luxembourgers |
    Madagascar | Malagasy; Madagascan | Antananarivo
    Malawi | Malawian; Malawians | Lilongwe
    Malaysia | Malaysian; Malaysians | Kuala Lumpur; Putrajaya
    Maldives; The Maldives | Maldivian; Maldivians | Male; Malé
    Mali | Malian; Malians | Bamako
    Malta | Maltese | Valletta
    Marshall Islands | Marshallese | Majuro
    Mauritania | Mauritanian; Mauritanians | Nouakchott
    Mauritius | Mauritian; Mauritians | Port Louis
    Mexico | Mexican; Mexicans | Mexico City; Los Pinos
    Micronesia; Federated States of Micronesia | Micronesian; Micronesians | Palikir
    Moldova | Moldovan; Moldovans | Chisinau; Chișinău
    Monaco | Monegasque; Monégasque; Monacan |
    Mongolia | Mongolian; Mongolians | Ulaanbaatar; Ulan Bator
    Montenegro | Montenegrin; Montenegrins | Podgorica
    Morocco | Moroccan; Moroccans | Rabat
    Mozambique | Mozambican; Mozambicans | Maputo
    Myanmar; Burma | Burmese; Myanmarese | Naypyidaw; Naypyitaw; Rangoon; Yangon
    Namibia | Namibian; Namibians | Windhoek
    Nauru | Nauruan; Nauruans | Yaren
    Nepal | Nepali; Nepalis; Nepalese | Kathmandu
    Netherlands; The Netherlands; Holland | Dutch; Dutchman; Dutchmen; Dutchwoman | The Hague; Amsterdam
    New Zealand | New Zealander; New Zealanders; Kiwi; Kiwis | Wellington; Beehive
    Nicaragua | Nicaraguan; Nicaraguans | Managua
    Niger | Nigerien; Nigeriens | Niamey
    Nigeria | Nigerian; Nigerians | Abuja; Aso Rock
    North Korea; DPRK; Democratic People's Republic of Korea; N. Korea; N Korea | North Korean; North Koreans | Pyongyang
    North Macedonia; Macedonia | Macedonian; Macedonians; North Macedonian | Skopje
    Norway | Norwegian; Norwegians | Oslo
    Oman | Omani; Omanis | Muscat
    Pakistan | Pakistani; Pakistanis | Islamabad; Rawalpindi
    Palau | Palauan; Palauans | Ngerulmud; Melekeok
    Palestine; State of Palestine; Palestinian Authority; Palestinian National Authority | Palestinian; Palestinians | Ramallah
    Panama | Panamanian; Panamanians | Panama City
    Papua New Guinea; PNG | Papua New Guinean; Papua New Guineans | Port Moresby
    Paraguay | Paraguayan; Paraguayans | Asuncion; Asunción
    Peru | Peruvian; Peruvians | Lima
    Philippines; The Philippines | Philippine; Filipino; Filipinos; Filipina; Filipinas | Manila; Malacañang; Malacanang; Malacañang Palace
    Poland | Polish; Pole; Poles | Warsaw
    Portugal | Portuguese | Lisbon
    Qatar | Qatari; Qataris | Doha
    Republic of the Congo; Congo-Brazzaville; Republic of Congo | | Brazzaville
    Romania | Romanian; Romanians | Bucharest
    Russia; Russian Federation; Soviet Union; USSR; U.S.S.R. | Russian; Russians; Soviet; Soviets | Moscow; Kremlin
    Rwanda | Rwandan; Rwandans | Kigali
    Saint Kitts and Nevis; St. Kitts and Nevis | Kittitian; Nevisian | Basseterre
    Saint Lucia; St. Lucia | Saint Lucian; St. Lucian | Castries
    Saint Vincent and the Grenadines; St. Vincent and the Grenadines | Vincentian; Vincentians | Kingstown
    Samoa | Samoan; Samoans | Apia
    San Marino | Sammarinese |
    Sao Tome and Principe; São Tomé and Príncipe | Sao Tomean; São Toméan |
    Saudi Arabia; Kingdom of Saudi Arabia; KSA | Saudi; Saudis; Saudi Arabian | Riyadh
    Senegal | Senegalese | Dakar
    Serbia | Serbian; Serbians; Serb; Serbs | Belgrade
    Seychelles; The Seychelles | Seychellois |
    Sierra Leone | Sierra Leonean; Sierra Leoneans | Freetown
    Singapore | Singaporean; Singaporeans |
    Slovakia; Slovak Republic | Slovak; Slovaks; Slovakian | Bratislava
    Slovenia | Slovenian; Slovenians; Slovene; Slovenes | Ljubljana
    Solomon Islands | Solomon Islander; Solomon Islanders | Honiara
    Somalia | Somali; Somalis; Somalian | Mogadishu
    South Africa | South African; South Africans | Pretoria
    South Korea; Republic of Korea; ROK; S. Korea; S Korea | South Korean; South Koreans | Seoul; Blue House
    South Sudan | South Sudanese | Juba
    Spain | Spanish; Spaniard; Spaniards | Madrid; Moncloa
    Sri Lanka; Ceylon | Sri Lankan; Sri Lankans | Colombo
    Sudan | Sudanese | Khartoum
    Suriname; Surinam | Surinamese | Paramaribo
    Sweden | Swedish; Swede; Swedes | Stockholm
    Switzerland; Swiss Confederation | Swiss | Bern; Berne
    Syria; Syrian Arab Republic | Syrian; Syrians | Damascus
    Taiwan; Republic of China; Chinese Taipei | Taiwanese | Taipei
    Tajikistan | Tajik; Tajiks; Tajikistani | Dushanbe
    Tanzania | Tanzanian; Tanzanians | Dodoma; Dar es Salaam
    Thailand | Thai; Thais | Bangkok
    Togo | Togolese | Lome; Lomé
    Tonga | Tongan; Tongans | Nuku'alofa
    Trinidad and Tobago; Trinidad | Trinidadian; Trinidadians; Tobagonian | Port of Spain
    Tunisia | Tunisian; Tunisians | Tunis
    Turkey; Türkiye; Turkiye | Turkish; Turk; Turks | Ankara
    Turkmenistan | Turkmen; Turkmens | Ashgabat
    Tuvalu | Tuvaluan; Tuvaluans | Funafuti
    Uganda | Ugandan; Ugandans | Kampala
    Ukraine | Ukrainian; Ukrainians | Kyiv; Kiev; Bankova
    United Arab Emirates; UAE; U.A.E.; Emirates | Emirati; Emiratis | Abu Dhabi
    United Kingdom; UK; U.K.; Britain; Great Britain; United Kingdom of Great Britain and Northern Ireland | British; Briton; Britons; Brit; Brits | London; Downing Street; No. 10; No 10; Number 10; 10 Downing Street; No. 10 Downing Street; Whitehall; Westminster
    United States; US; U.S.; USA; U.S.A.; America; United States of America; U.S | American; Americans; U.S.; US | Washington; Washington, D.C.; Washington D.C.
    Uruguay | Uruguayan; Uruguayans | Montevideo
    Uzbekistan | Uzbek; Uzbeks; Uzbekistani | Tashkent
    Vanuatu | Vanuatuan; Ni-Vanuatu | Port Vila
    Vatican; Vatican City; The Vatican; Holy See | Vatican; papal |
    Venezuela; Bolivarian Republic of Venezuela | Venezuelan; Venezuelans | Caracas; Miraflores; Miraflores Palace
    Vietnam; Viet Nam | Vietnamese | Hanoi
    Yemen | Yemeni; Yemenis | Sanaa; Sana'a; Aden
    Zambia | Zambian; Zambians | Lusaka
    Zimbabwe | Zimbabwean; Zimbabweans | Harare
    European Union; EU; E.U.; European bloc | EU; E.U. | Brussels; Berlaymont
    England | English; Englishman; Englishmen; Englishwoman |
    Scotland | Scottish; Scot; Scots; Scotsman | Edinburgh; Holyrood
    Wales | Welsh; Welshman; Welshmen; Welshwoman | Cardiff
    Northern Ireland | Northern Irish | Belfast; Stormont
    Hong Kong | Hong Konger; Hong Kongers; Hongkonger; Hongkongers |
    Macau; Macao | Macanese |
    Greenland | Greenlandic; Greenlander; Greenlanders | Nuuk
    Faroe Islands | Faroese | Torshavn; Tórshavn
    Puerto Rico | Puerto Rican; Puerto Ricans | San Juan; La Fortaleza
    Catalonia | Catalan; Catalans | Barcelona
    Kurdistan; Iraqi Kurdistan | Kurdish; Kurd; Kurds | Erbil; Irbil
    Chechnya | Chechen; Chechens | Grozny
    Tibet | Tibetan; Tibetans | Lhasa
    Somaliland | Somalilander; Somalilanders | Hargeisa
    Crimea | Crimean; Crimeans | Simferopol
    Gaza; Gaza Strip | Gazan; Gazans | Gaza City
    West Bank | |
    Western Sahara | Sahrawi; Sahrawis | Laayoune
"""  # noqa: E501
