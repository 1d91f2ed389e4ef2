extern int x = 3; //~ extern-initializer
int main(void) {
    return 0;
}
