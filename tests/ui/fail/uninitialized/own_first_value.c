int main(void)
{
    /* The second is how compilers are told to be quiet; it is read below. */
    int quiet = quiet;
    int x = x + 1; //~ uninitialized-read
    quiet = 0;
    return x + quiet;
}
