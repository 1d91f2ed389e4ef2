typedef int t = 3; //~ typedef-initializer
int main(void) {
    return 0;
}
