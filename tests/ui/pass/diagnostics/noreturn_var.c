_Noreturn int x; //~ noreturn-variable
int main(void) {
    return 0;
}
