// No null pointer, but a number where nothing lies.
int main(void)
{
    long n = 42;
    int *p = (int *)n;
    return *p; //~ wild-pointer
}
