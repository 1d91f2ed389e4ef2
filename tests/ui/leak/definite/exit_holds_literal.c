/* A compound literal held it when exit was called. */
#include <stdlib.h>

struct box {
    char *text;
};

static void fill(struct box *box)
{
    box->text[0] = 'x';
}

int main(void)
{
    fill(&(struct box){.text = malloc(3)}); //~ leak: definite 3
    exit(0); //~ lost: exit
}
