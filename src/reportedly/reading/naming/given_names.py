"""Given names that tell the gender of who bears them.

The commonest names in the United States by the Social Security Administration's national data
(public domain; births 1930 to 2000), the first names of heads of state and government since 1990,
and common names of large languages. Names that both men and women bear ("Leslie", "Kim") are left
out, and so are those whose gender differs by country ("Andrea", "Jan").
"""

from __future__ import annotations

from typing import Final

from reportedly.reading.naming.word_class import word_class

MALE_NAMES: Final = word_class(
    """
    aaron abdel abdelaziz abdelfattah abdul abdullah abraham adam adrian ahmad ahmed alan
    albert alberto alejandro aleksandr alexander alexandre alexei alexis alfred alfredo ali
    allan allen alvaro amir anders andre andreas andrei andres andrew andriy andré andrés
    angelo anthony antoine anton antonin antonio antonis antony antónio anwar arnold arseniy
    arthur artur arturo arun ashraf asif augusto austin avigdor barack barry bart bashar ben
    benedict benigno benjamin benny bernard bernardo bernhard bernie bert bertrand bibi bill
    billy binyamin bjorn björn bob bobby bongbong boris brad bradley brandon brendan brent
    brett brian bruce bruno bryan byron caleb calvin carl carlo carlos cecil cedric cesar chad
    charles charlie christian christoph christophe christopher chuck clarence clark clayton
    clint clinton clyde colin conor conrad craig curtis cyril césar damian dan daniel danny
    darrell darren dave david dean denis dennis derek devin dick didier diederik diego dieter
    dimitri dimitris dirk dmitri dmitry dmytro dominic dominik don donald doug douglas duncan
    dustin dwayne dwight earl ed eddie edgar eduardo edward edwin ehud eli elijah elliott
    elmer emile emmanuel enrique eric erich erik ernest ernesto ethan eugene evan evgeny evo
    fabio farooq federico felipe felix ferdinand fernando fidel floyd francis francisco franco
    francois frank franklin frans franz françois fred frederic frederick fredrik friedrich
    fritz fumio fyodor gabriel gareth garrett gary gavin geert geir gene geoff geoffrey georg
    george georges gerald gerard gerardo gerhard gerry gianni gilbert gilberto giorgio
    giovanni giuseppe glen glenn goodluck gordon graham greg gregory guido guillaume guillermo
    gunther gus gustavo günter hakan hamid hamza hank hans harald haris harold harry harvey
    hasan hassan hector heiko heinz helmut henri henrik henry herbert herman hermann hiroshi
    hosni howard hubert hugo hussein héctor ian ibrahim igor ilham imran isaac islam ismail
    itamar ivan jacek jack jacob jacques jair jake jakob jamal james jared jaroslaw jarosław
    jason javier jay jeb jeff jeffrey jens jeremy jerome jerry jesus jesús jim jimmy joachim
    joakim joao joaquin joaquín joe joel joerg johan johann johannes john johnny joko jon
    jonas jonathan jorge jose josef joseph josh joshua josip josé joão juan juergen julian
    julio junichiro jurgen justin jörg jürgen karl karl-heinz kasim keir keith ken kenji
    kenneth kevin khaled khalid kirk klaus konstantin konstantinos kurt kyle kyriakos larry
    lars laurent lawrence lech leo leon leonard leonardo leonid leopoldo leroy lewis liam
    lloyd lorenzo louis luca lucas ludovic luigi luis luiz lukas luke luís lyndon magnus
    mahathir mahmoud mahmud malcolm manfred manmohan manuel marc marcel marcello marco marcos
    marcus mariano mario marios mark markus marshall martin marvin massimo mateusz mathias
    matt matteo matthew matthias maurice mauricio max maxim maximilian mehmet mel melvin
    michael michal michel micheál miguel mihai mike mikhail mikheil miles milo milos miloš
    mitch mitt mohamed mohammad mohammed mohamud moshe muammar muhammad muhammadu mustafa mwai
    nabih nader naftali najib narendra nathan nathaniel nawaz ned neil nelson newt nicholas
    nick nicolás nigel nikita nikolai nikolas nikos noah noel norbert norman nouri olaf olav
    oleg oleksandr oleksiy oliver olivier olusegun omar orlando orrin osama oscar otto owen
    pablo paolo pascal pasquale patrick paul pavel pawel paweł pedro per pervez pete peter
    petr petro phil philip philipp philippe phillip pierre pieter piotr prakash preston rafael
    rafał rahul raila rainer rajesh rajiv rajnath ralph ramon ramzan ramzi ramón rand randolph
    randy raul ravi ray raymond raúl recep reginald reince reinhard rex ricardo richard rick
    ricky rob robert roberto rodney rodrigo roger rohit roland roman ron ronald ronny ross roy
    ruben rubén rudolph rudy rupert russ russell ryan saad saddam saeed said salman salvador
    salvatore sam samuel sandro sanjay satoshi scott seamus sean sebastian sebastien sebastián
    serge sergei sergey sergio seth shaun shimon shinzo sidney silvio simon spencer stanley
    stefan stefano stefanos stephen sterling steve steven stewart stuart sunil suresh susilo
    sven takashi tariq ted terence terrence thabo thaddeus theo theodore thierry thomas tim
    timo timothy tobias todd tom tommy tony travis trent trevor tyler uhuru umar uwe vaclav
    vernon vicente victor vijay viktor vincent vinod vitali vitaly vladimir volodymyr
    vyacheslav václav víctor wade walid walter warren wayne werner wesley wilbur wilfried will
    willard willem william willie wim wolfgang xavier yair yasir yasser yevgeny yitzhak yoav
    yoshihide yousef yoweri yuri yusuf zac zach zachary zalmay zbigniew ziad álvaro óscar
    """
)

FEMALE_NAMES: Final = word_class(
    """
    abigail ada adriana agnes agnieszka aicha aisha alejandra alessandra alexandra alice
    alicia alison allison alma amal amanda amber amelia amina amy ana anabel anastasia angela
    angelica angelina angie anita anke anna annalena anne anne-marie annegret annette annie
    antonella antonia april arlene ashley asma astrid audrey ayesha barbara beata beatrice
    beatriz becky benazir bernadette bertha beth bethany betsy betty beverly bianca birgit
    bonnie brenda brianna bridget brigitte brittany camila camilla candace carina carla carly
    carmen carol carole carolina caroline carolyn carrie catalina catherine cathy cecilia
    celeste celia charlene charlotte chelsea cherie cheryl chiara christiana christiane
    christina christine cindy claire clara claudia clementine colette colleen condoleezza
    connie constance corazon cornelia cristina crystal cynthia dagmar daisy dalia danielle
    daphne dawn debbie deborah debra deirdre delphine denise diana diane dianne dilma dolores
    dominika donna dora dorothy edith edwina eileen elaine eleanor elena eleni elisa elisabeth
    elise elizabeth ella ellen elsa elvira emilia emily emma erica erika erin erna estelle
    esther ethel eugenia eva eve evelyn fatima federica felicia fiona florence frances
    francesca francoise françoise frederica gabriela gabrielle gail geraldine gertrude gina
    giorgia gisela giulia gladys glenda gloria golda grace graça greta gretchen gro gwendolyn
    halimah hannah harriet heather heidi heike helen helena helene helga henrietta hilda
    hillary hope huma ilse indira ines ingrid inés irene irina irma isabel isabella isabelle
    ivana ivanka jacinda jacqueline jana jane janet janice jasmine jeanette jeanne jeannette
    jenna jennifer jenny jessica jill jillian joan joann joanna joanne jocelyn josephine joyce
    juanita judith judy julia juliana julianna julie juliet julieta june kaja kamala karen
    karin karina karla katarina kate katerina katharina katharine katherine kathleen kathryn
    kathy katie katja katrina kayla keiko kellyanne kerstin khadija kimberly kirsten kirstjen
    krista kristalina kristen kristin kristina kristine lakshmi lara laura lauren laurie leah
    leila lena leticia lidia lillian lily lina linda lisa lise liz liza lois lorena loretta
    lori lorraine louisa louise lucia lucy luisa lydia lynda lynette lynne mabel madeleine
    madeline magdalena maggie mairead malala malia mamata manuela mara marcia margaret
    margarita margot marguerite maria mariana marianne marie marie-louise marilyn marina
    marine marisa marjorie marla marlene marsha marta martha martina mary maryam maría matilda
    maureen maxine mayawati meg megan megawati meghan melania melanie melinda melissa mercedes
    meredith mette michaela michelle mildred miriam mona monica monika myrtle nadia nadine
    najat nancy naomi natalia natalie natalya natasha nellie ngozi nicola nicole nikki nina
    nkosazana noemi nora norma olena olga olivia oprah padma pamela patience patricia patty
    paula pauline peggy penelope penny petra phyllis polly pratibha priscilla priti priya
    rachel rachida ramona rania rebecca reem regina renate renée rhonda rita roberta robyn
    ronna rosa rosalind rosalynn rosemary rosie ruth sabine sabrina sahra sally samantha samia
    sanae sandra sanna sara sarah savannah segolene selma serena sharon sheila shelly sheri
    sherry sheryl shirley silvia simone sofia sonia sonja sophia sophie stacey stacy stella
    stephanie sue suella sumaya susan susana susanna susanne sushma susie suzanne svetlana
    sylvia sylvie ségolène tamara tammy tanya tara tarja tatiana teresa theresa tiffany tina
    tulsi ulrike ursula valentina valeria valerie vanessa vera veronica vicki victoria vigdis
    vigdís violet virginia viviane wanda wendy wilma winnie xiomara yamiche yasmin yelena
    yolanda yulia yuriko yvette yvonne zainab zeinab zoe zuzana
    """
)
