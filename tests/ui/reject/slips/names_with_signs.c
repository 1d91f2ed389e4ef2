int main(void)
{
    int 2nd = 3; //~ bad-number
    int my-var = 4; //~ syntax-error
    int my age = 4; //~ missing-semicolon
    return 0;
}
