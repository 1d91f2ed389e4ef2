#include <stdio.h>
int main(void) {
    FILE *f = tmpfile();
    if (!f) return 1;
    fclose(f);
    fclose(f); //~ use-after-close
    return 0;
}
