int x = 1;
int x = 2; //~ redefinition
int main(void) {
    return 0;
}
