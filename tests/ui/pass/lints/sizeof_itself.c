#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    double *p = malloc(sizeof(p)); //~ sizeof-pointer
    double *q;
    q = (double *)calloc(3, sizeof q); //~ sizeof-pointer
    double *r = malloc(3 * sizeof *r);
    double *s = calloc(sizeof(s), 3); //~ sizeof-pointer
    /* These are of one size. */
    char **words = malloc(4 * sizeof words);
    char *text = malloc(sizeof(r));
    printf("%d\n", p != NULL && q != NULL && r != NULL && words != NULL && text != NULL);
    free(p);
    free(q);
    free(r);
    free(s);
    free(words);
    free(text);
    return 0;
}
