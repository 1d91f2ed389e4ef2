int main(void) {
    int x = 1;
    if (x == 1) {
        x = 2;
    } elif (x == 2) { //~ unknown-word
        x = 3;
    } else {
        x = 4;
    }
    return x;
}
