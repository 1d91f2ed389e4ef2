void *malloc(int x); //~ library-type
int main(void) {
    return 0;
}
