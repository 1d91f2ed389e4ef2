inline int x; //~ inline-variable
int main(void) {
    return 0;
}
