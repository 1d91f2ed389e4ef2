static x; //~ implicit-int
int main(void) {
    return 0;
}
