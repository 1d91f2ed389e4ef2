// 6.4.2.1p1: a character that is a digit, or combines with one before it, begins no name
int main(void) {
    int ́a = 0; //~ stray-character
    return 0;
}
