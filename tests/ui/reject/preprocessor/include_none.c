#include //~ bad-include
int main(void) {
    return 0;
}
