#include <ctype.h>
int main(void) {
    return isalpha(1000) != 0; //~ bad-argument
}
