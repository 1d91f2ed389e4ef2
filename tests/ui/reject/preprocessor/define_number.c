#define 3 4 //~ missing-macro-name
int main(void) {
    return 0;
}
