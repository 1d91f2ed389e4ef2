#include <string.h>
static void reverse(char *s) {
    for (int i = 0, j = (int)strlen(s) - 1; i < j; i++, j--) {
        char t = s[i];
        s[i] = s[j]; //~ readonly-write
        s[j] = t;
    }
}
int main(void) {
    char own[] = "ok";
    reverse(own);
    reverse("fixed");
    return 0;
}
