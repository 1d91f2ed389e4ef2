struct inner { int key; char text[4]; };
struct outer { int id; struct inner parts[2]; double weight; };

int main(void)
{
    struct outer both[2] = {{0}};
    int n = 2;
    return both[1].parts[n].text[3]; //~ out-of-bounds
}
