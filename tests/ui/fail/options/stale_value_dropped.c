/* The value of a pointer to what is gone is read, and dropped (6.2.4p2). */
//@ options: -W all=error
int main(void)
{
    int *p = 0;
    {
        int x = 1;
        p = &x;
    }
    p; //~ dangling-pointer //~ unused-value
    return 0;
}
