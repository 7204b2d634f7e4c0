"""First names common in France, without accents: what makes of « Camille : relancer la mairie » somebody's task.

Chosen by hand among the most frequent of INSEE's « Fichier des prénoms »; those that are words or places too (Marine, France, Rose, Noël,
Aurore, Constance) are left out.
"""

from traite_cli.language.word_lists import word_list

GIVEN_NAMES = word_list(
    """
    adam adele adeline adrien agathe agnes aicha alain alban albert alex alexandra alexandre alexia alexis alice aline alix amandine
    amelie amina amine anais andre andrea ange angele angelique anissa anita anna annabelle anne annick annie antoine antonin apolline
    ariane arnaud arthur astrid aude audrey augustin aurelie aurelien axel axelle ayoub baptiste barbara bastien beatrice benedicte
    benjamin benoit bernadette bernard berthe bertrand blandine brigitte bruno camille capucine carine carla carole caroline catherine
    cecile cedric celestine celia celine chantal charles charline charlotte chloe christel christelle christian christiane christine
    christophe claire clara claude claudette claudie claudine clemence clement clementine clotilde colette coline coralie corentin
    corinne cyril cyrille daniel daniele danielle david deborah delphine denis denise diane didier dimitri dominique dorothee edith
    edouard elena eleonore eliane eliott elisa elisabeth elise elizabeth ella elodie eloise elsa emeline emile emilie emilien emma
    emmanuel emmanuelle enzo eric erwan esteban estelle esther ethan etienne eugene eva evelyne fabien fabienne fabrice fanny farid
    fatiha fatima felix ferdinand florence florent florian florine francine francis franck francois francoise frederic frederique gabin
    gabriel gabrielle gael gaelle gaspard gauthier genevieve geoffroy georges gerald gerard germain gerome ghislaine gilbert gilles
    ginette gisele gregoire gregory guillaume guy gwenaelle gwendoline hakim hamza harmonie helene henri henriette herve hicham
    hippolyte honore hubert hugo huguette ibrahim ilona ines ingrid irene iris isabelle ismael jacky jacqueline jacques jade jamila
    janine jean jeanne jeannine jennifer jeremie jeremy jerome jessica joel joelle johan jonathan jordan joseph josephine josette
    josiane jules julia julie julien juliette justin justine kamel karim karima karine katia kevin khadija laetitia laila lara laura
    laure laurence laurent lauriane lea leila lena leo leon leonie lilian liliane lina line lionel lisa lise loic lola louis louise
    louna luc lucas lucette lucie lucien lucienne lucile ludivine ludovic lydia lydie mael maelle magali mahmoud maite malika manon
    manuel marc marcel marceline marcelle margaux margot marguerite maria marianne marie marielle marilyn marion marius marjorie marlene
    marthe martial martin martine maryline maryse mateo mathieu mathilde mathis matthieu maud maurice max maxence maxime mehdi melanie
    melissa michael michel michele micheline mickael milan mireille mohamed mohammed mona monique morgan morgane mounir mourad muriel
    myriam nabil nadege nadia nadine nagham nathalie nathan nelly nicolas nicole nina noa noe noemie nolwenn nora norbert oceane odette
    odile olga olivia olivier ophelie pascal pascale patrice patricia patrick paul paulette pauline perrine philippe pierre pierrette
    quentin rachel rachid raphael raphaelle raymond raymonde rebecca regine regis remi remy renaud rene renee robert robin rodolphe
    roger roland romain romane romeo ronan rosalie roselyne sabine sabrina sacha said salima salome samia samir samuel sandra sandrine
    sarah sebastien serge severine simon simone sofia solange solene sonia sophie souad stephane stephanie suzanne sylvain sylvaine
    sylvette sylviane sylvie tanguy tatiana thea theo theodore therese thibaud thibault thibaut thierry thomas timothee titouan tom
    tristan ulysse ursula valentin valentine valerie vanessa vera veronique victor victoria vincent violaine virginie viviane vivien
    wafa walid wilfried william xavier yacine yael yann yannick yasmine yoann yohan yolande youssef yves yvette yvon yvonne zacharie
    zakaria zoe zohra
    """
)


def is_given_name(word: str) -> bool:
    """Whether a folded word is a common first name, or begins with one and a hyphen."""
    return word in GIVEN_NAMES or word.partition("-")[0] in GIVEN_NAMES
