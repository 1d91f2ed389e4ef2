int main(void) {
    int x = 1;
    if (x == 1) x = 2;
    elseif (x == 2) x = 3; //~ unknown-word
    return x;
}
