catalogue-open = Catalogue
catalogue-desk = <b>Catalogue</b>
    What it holds, who we have agreements with, and what people miss.
