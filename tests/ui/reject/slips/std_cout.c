#include <stdio.h>
int main(void) {
    std::cout << "hi"; //~ syntax-error
    return 0;
}
