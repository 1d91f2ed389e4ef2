void (* restrict f)(void); //~ invalid-restrict
int main(void) {
    return 0;
}
