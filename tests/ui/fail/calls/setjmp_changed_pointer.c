#include <setjmp.h>
#include <stdlib.h>

static jmp_buf failed;

static void use(char *text)
{
    if (text == NULL || text[0] == '\0')
        longjmp(failed, 1);
}

int main(void)
{
    char *text = NULL;
    if (setjmp(failed) == 0) {
        text = calloc(4, 1); //~ leak: definite 4
        use(text);
    }
    free(text); //~ uninitialized-read
    return 0;
}
