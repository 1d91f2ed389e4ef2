// 7.25p3: a type-generic macro is given numbers
#include <tgmath.h>
int main(void) {
    const char *text = "2";
    return (int)sqrt(text); //~ incompatible-types
}
