//@ options: --pedantic-errors
[[deprecated]] int old(void); //~ standard-attribute

int main(void)
{
    return 0;
}
