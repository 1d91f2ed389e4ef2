typedef struct {
    int x;
}  //~ missing-semicolon
int main(void) {
    return 0;
}
