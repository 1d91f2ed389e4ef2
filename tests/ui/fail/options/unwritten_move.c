/* A variable whose address nobody takes has no value to move before it is
   written (6.3.2.1p2), even where nobody uses the copy. */
//@ options: -W all=error
int main(void)
{
    int a;
    int b = a; //~ uninitialized-read
    (void)&b;
    return 0;
}
