#include <stdio.h>
int main(void) {
    FILE *f = tmpfile();
    if (!f) return 1;
    fclose(f);
    fprintf(f, "late\n"); //~ use-after-close
    return 0;
}
