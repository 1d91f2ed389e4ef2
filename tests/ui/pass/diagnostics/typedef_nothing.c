typedef int; //~ empty-declaration
int main(void) {
    return 0;
}
