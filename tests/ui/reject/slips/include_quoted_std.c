#include "stdoi.h" //~ missing-include
int main(void) {
    return 0;
}
