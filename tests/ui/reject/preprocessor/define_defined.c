#define defined 1 //~ missing-macro-name
int main(void) {
    return 0;
}
