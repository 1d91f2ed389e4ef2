/* The same in an initialiser list. */
struct pair {
    int first, second;
};

int main(void)
{
    int one = 1, other;
    struct pair pair = {one, other};
    return pair.first - 1 + pair.second; //~ uninitialized-read
}
