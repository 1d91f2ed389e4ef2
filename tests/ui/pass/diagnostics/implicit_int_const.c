const x = 3; //~ implicit-int
int main(void) {
    return 0;
}
