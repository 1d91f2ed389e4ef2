struct point { int x; int y; } //~ missing-semicolon
int main(void) {
    return 0;
}
