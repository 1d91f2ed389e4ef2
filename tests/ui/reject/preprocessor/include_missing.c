#include "nope.h" //~ missing-include
int main(void) {
    return 0;
}
