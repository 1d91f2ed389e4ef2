// 6.4.2.1p1: a character that no name may have
int main(void) {
    int a€b = 0; //~ stray-character
    return 0;
}
