/* The value of a call is a pointer to a local of it, and is dropped. */
//@ options: -W all=error
static int calls;

static int *counted(int limit)
{
    int *own = &limit;
    calls++;
    return own;
}

int main(void)
{
    counted(1); //~ dangling-pointer
    return calls - 1;
}
