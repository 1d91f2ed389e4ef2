#include <string.h>
int main(void) {
    char text[] = "key value";
    char *eq = strchr(text, '=');
    *eq = '\0'; //~ null-dereference
    return 0;
}
