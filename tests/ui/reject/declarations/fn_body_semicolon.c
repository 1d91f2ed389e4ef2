int f(void); //~ syntax-error
{
    return 1;
}
int main(void) {
    return 0;
}
