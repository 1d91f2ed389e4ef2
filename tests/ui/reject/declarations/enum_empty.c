enum e {}; //~ syntax-error
int main(void) {
    return 0;
}
