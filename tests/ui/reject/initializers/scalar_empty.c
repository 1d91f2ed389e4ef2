int a = {}; //~ empty-initializer
int main(void) {
    return 0;
}
